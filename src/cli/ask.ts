import { createInterface } from 'node:readline/promises';
import { Failure } from '../diagnostics/index.ts';
import type { Given } from './arguments.ts';

/** True where somebody sits at a terminal and can be asked. */
export const canAsk = (): boolean => Boolean(process.stdin.isTTY && process.stdout.isTTY);

/** Asks one question in the terminal and gives the answer, trimmed. Ctrl+C and Ctrl+D stop the command. */
export async function ask(question: string): Promise<string> {
  const { stdin: input, stdout: output } = process;
  const terminal = createInterface({ input, output });
  const stopped = new Promise<never>((_, refuse) => {
    terminal.once('close', () => refuse(new Failure('\nStopped. Nothing was written.')));
  });
  try {
    return (await Promise.race([terminal.question(`${question} `), stopped])).trim();
  } finally {
    stopped.catch(() => undefined);
    terminal.close();
  }
}

/** What a command needs to know, and the option that says it. */
export interface Needed {
  flag: string;
  asks: string;
  /** What is taken where nothing is answered; without it, an answer is needed. */
  proposed?: string | undefined;
  /** What is wrong with an answer and what to do; nothing where it will do. */
  problem?(answer: string): string | undefined;
}

/** The answer to a question: from its flag, else from whoever sits at the terminal, else what is proposed. */
export async function answerTo(given: Given, { flag, asks, proposed, problem }: Needed): Promise<string> {
  const wrongWith = (answer: string) =>
    answer === '' && proposed === undefined ? `An answer is needed: ${asks}.` : problem?.(answer);
  const written = given.text(flag);
  if (written === undefined && canAsk()) {
    for (;;) {
      const typed = await ask(`${asks}${proposed ? ` (${proposed})` : ''}:`);
      const answer = typed === '' ? (proposed ?? '') : typed;
      const wrong = wrongWith(answer);
      if (wrong === undefined) return answer;
      console.log(wrong);
    }
  }
  const answer = written?.trim() ?? proposed;
  if (answer === undefined) throw new Failure(`--${flag} is missing: ${asks}. Nothing was written.`);
  const wrong = wrongWith(answer);
  if (wrong !== undefined) throw new Failure(`--${flag}: ${wrong} Nothing was written.`);
  return answer;
}

import { check } from '../check/index.ts';
import { reportText } from '../diagnostics/index.ts';
import {
  type Answers,
  type Around,
  misfits,
  type Question,
  type Starter,
  starters,
  withStart,
} from '../starting/index.ts';
import { type Command, type CommandGroup, type Given, start } from './arguments.ts';
import { answerTo } from './ask.ts';
import { today } from './today.ts';
import { writeStart } from './write-start.ts';

const group: CommandGroup = {
  name: 'new',
  does: 'Starts something new: asks for what is needed, and writes commented files that pass “npm run check”.',
  commands: starters.map(commandOf),
};

function commandOf(starter: Starter): Command {
  return {
    name: starter.id,
    does: starter.does,
    takes: [starter.name],
    options: Object.fromEntries(
      starter.questions.map(({ flag, value, asks }) => [flag, { value, does: asks }]),
    ),
    run: (given) => run(starter, given),
  };
}

async function run(starter: Starter, given: Given): Promise<number> {
  const { site, files, report } = await check(given.site);
  if (!site) {
    console.error(`${report('text')}\n\nMend these first. Nothing was written.`);
    return 1;
  }
  const around: Around = { site, files, today: today() };
  const [name] = given.taken;
  if (name === undefined) {
    console.error(`Say what it is to be called: npm run new -- ${starter.id} ${starter.name.name}`);
    return 2;
  }
  const problem = starter.problem(name, around);
  if (problem !== undefined) {
    console.error(`${problem} Nothing was written.`);
    return 2;
  }
  const begun = starter.start(name, await answersTo(starter.questions, given, around), around);
  const wrong = misfits(files, begun);
  if (wrong.length > 0) {
    const { texts } = withStart(files, begun);
    console.error(`${reportText(wrong, (file) => texts.get(file)?.text)}\n\nNothing was written.`);
    return 1;
  }
  await writeStart(files, begun);
  for (const path of begun.added.keys()) console.log(`New      ${path}`);
  for (const path of begun.changed.keys()) console.log(`Changed  ${path}`);
  console.log(`\nNext\n${begun.next.map((step, n) => `${n + 1}. ${step}`).join('\n')}`);
  return 0;
}

async function answersTo(questions: readonly Question[], given: Given, around: Around): Promise<Answers> {
  const answers: Record<string, string> = {};
  for (const { flag, asks, proposes, problem } of questions)
    answers[flag] = await answerTo(given, {
      flag,
      asks,
      proposed: proposes?.(around, answers),
      problem: (answer) => problem?.(answer, around, answers),
    });
  return answers;
}

await start(group);

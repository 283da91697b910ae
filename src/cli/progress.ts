/**
 * Gives a function that shows how far a work is, in a line of the terminal that
 * it writes again and again; where the output goes elsewhere, it says nothing.
 */
export function makeProgress(): (stage: string, done: number, of: number) => void {
  const { stderr } = process;
  if (!stderr.isTTY) return () => undefined;
  return (stage, done, of) => {
    stderr.write(`\r${done} of ${of} ${stage}${done === of ? '\n' : ''}`);
  };
}

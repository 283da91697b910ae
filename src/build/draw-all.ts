import { ChartError, type Drawn, type DrawOrder, drawOrder } from '../charts/index.ts';

/** What became of an order; plain data, as an error's class is lost between threads. */
export type Outcome = { drawn: Drawn } | { problem: string };

/** Draws orders one after the other. */
export async function drawAll(orders: readonly DrawOrder[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const order of orders) {
    try {
      outcomes.push({ drawn: await drawOrder(order) });
    } catch (error) {
      if (!(error instanceof ChartError)) throw error;
      outcomes.push({ problem: error.message });
    }
  }
  return outcomes;
}

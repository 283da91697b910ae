import Callout from './Callout.astro';
import Chart from './Chart.astro';
import Cite from './Cite.astro';
import DataTable from './DataTable.astro';
import Heading from './Heading.astro';
import Image from './Image.astro';
import KeyMessages from './KeyMessages.astro';
import Link from './Link.astro';
import Recommendations from './Recommendations.astro';
import Reference from './Reference.astro';
import Stat from './Stat.astro';
import Table from './Table.astro';
import TaskBox from './TaskBox.astro';
import Term from './Term.astro';

/** What draws each component of a brief, and the Markdown elements that need more than their tag. */
export const briefComponents = {
  Callout,
  Chart,
  Cite,
  DataTable,
  KeyMessages,
  Recommendations,
  Reference,
  Stat,
  Term,
  a: Link,
  h2: Heading,
  h3: Heading,
  h4: Heading,
  img: Image,
  input: TaskBox,
  table: Table,
};

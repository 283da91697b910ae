import type { CalendarDate } from '../i18n/index.ts';
import type { Site, SiteFiles } from '../site/index.ts';

/** What is there when something new is started. */
export interface Around {
  site: Site;
  files: SiteFiles;
  today: CalendarDate;
}

/** The answers to the questions of a starter, by flag. */
export type Answers = Readonly<Record<string, string>>;

/** What a starter asks for, on the command line (`--title TEXT`) or in the terminal. */
export interface Question {
  flag: string;
  /** The name of its value in the help. */
  value: string;
  asks: string;
  /** What there is to choose from in a site, for whoever is asked in the terminal. */
  choices?(around: Around): Iterable<string>;
  /** What is taken where nothing is answered; without it, an answer is needed. */
  proposes?(around: Around, before: Answers): string;
  /** What is wrong with an answer and what to do; nothing where it will do. */
  problem?(answer: string, around: Around, before: Answers): string | undefined;
}

/** The files that something new begins with, as texts by their paths in the site folder. */
export interface Start {
  /** Files that are not there yet. */
  added: ReadonlyMap<string, string>;
  /** Files that are there and become another text. */
  changed: ReadonlyMap<string, string>;
  /** What to do now, a sentence each. */
  next: readonly string[];
}

/** A kind of thing that can be started. */
export interface Starter {
  /** What it is called on the command line. */
  id: string;
  does: string;
  /** What its name is called in the help, and what it is. */
  name: { name: string; does: string };
  questions: readonly Question[];
  /** Why it cannot have a name, and what to do; nothing where it can. */
  problem(name: string, around: Around): string | undefined;
  start(name: string, answers: Answers, around: Around): Start;
}

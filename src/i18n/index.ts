export { type CalendarDate, formatDate, formatDays, isCalendarDate } from './dates.ts';
export {
  type Direction,
  directionOf,
  formatLocale,
  isLanguage,
  type Language,
  languageName,
  marked,
} from './language.ts';
export { type MessageKey, messageKeys } from './message-keys.ts';
export {
  flatMessages,
  type Message,
  type MessageTree,
  makeMessage,
  messageArguments,
  messageProblem,
} from './messages.ts';
export { kindOfNumber, type NumberKind } from './number-kinds.ts';
export {
  formatNumber,
  formatYear,
  isUnit,
  numberMarks,
} from './numbers.ts';
export { countryOfNumber, isCountry, type PlaceCode, placeName } from './places.ts';
export { inLatinDigits, numbersIn, type WrittenNumber } from './read-numbers.ts';
export { breakable, countWords } from './segments.ts';

export { type CalendarDate, calendarDate, formatDate, formatDays, isCalendarDate } from './dates.ts';
export {
  type Direction,
  directionOf,
  formatLocale,
  isLanguage,
  type Language,
  languageName,
  marked,
  scriptOf,
  territoryTag,
} from './language.ts';
export { type MessageKey, messageKeys } from './message-keys.ts';
export {
  flatMessages,
  type Message,
  type MessageTree,
  type MessageValues,
  makeMessage,
  messageArguments,
  messageProblem,
} from './messages.ts';
export {
  formatNumber,
  formatYear,
  isUnit,
  type NumberMarks,
  type NumberStyle,
  numberMarks,
} from './numbers.ts';
export { isCountry, type PlaceCode, placeName } from './places.ts';
export { breakable, countWords } from './segments.ts';

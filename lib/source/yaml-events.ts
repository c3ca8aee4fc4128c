/**
 * What reading needs of js-yaml: its events. The page gets a bundle of this module alone, so what is listed here and not
 * used costs it bytes (scripts/bundle-loader.cjs).
 */
export { EVENT_ID, type Event, getScalarValue, parseEvents, YAMLException } from 'js-yaml'

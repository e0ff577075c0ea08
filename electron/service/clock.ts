/** The only place the service takes the time from, so that tests can set it. */
export type Clock = () => Date

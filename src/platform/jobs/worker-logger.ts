import { Logger } from 'graphile-worker';

/** For work at start, where an error is thrown anyway and nothing else is of interest. */
export const quietWorkerLogger = new Logger(() => () => {});

import { createContext } from 'react-router';
import type { Actor } from '#kernel/actor.ts';
import type { Language } from '#kernel/language.ts';
import type { FieldError } from '#kernel/result.ts';
import type { DueDate } from '#modules/calendar/index.ts';
import type { FormReader } from '#modules/documents/index.ts';
import type { RateLimitName } from '#platform/http/index.ts';
import type { App } from '../app.ts';

/** What a page may reach: the city's use cases and who asks. Loaders and actions get it through `page` and `action`. */
export type RequestValues = Readonly<{
  app: App;
  actor: Actor;
  /** Who is signed in, as the header names them. */
  viewer?: Viewer;
  language: Language;
  /** Shown on error pages, so that the person can name the request to us. */
  requestId: string;
  /** Allows this response's own scripts (content security policy, level 3). */
  nonce: string;
  /** Goes into every form as the hidden field `csrf`. */
  csrfToken: string;
  /** Status and texts of a refusal the problem catalogue knows; `undefined` for a failure of ours. */
  explain(error: unknown): ProblemExplained | undefined;
  /** Text of a mistake at a field that no form element describes, for example of the place. */
  explainField(error: FieldError): string;
  /** Why a legal date is what it is, as one sentence. */
  explainDue(due: DueDate, language: Language): string;
  /** Where the signed-in person is signed in. */
  sessions: OwnSessions;
  /** Counts what is limited for each caller. Throws `http/rate-limited` when there was too much of it. */
  count(what: RateLimitName): Promise<void>;
  /** Reads a form with files as they arrive. Handed in, because the pages' bundle must not contain the modules. */
  readMultipart: FormReader;
}>;

/** A refusal in the reader's language. */
export type ProblemExplained = Readonly<{ code: string; status: number; title: string; whatToDo: string }>;

/** The signed-in human as the header shows them; `actingFor` is set when they act for a company or under a mandate. */
export type Viewer = Readonly<{ kind: 'person' | 'employee'; name: string; detail?: string; actingFor?: string }>;

/** Sessions of the signed-in person; `seenAt` is an instant, `device` the browser as it named itself. */
export type OwnSessions = Readonly<{
  list(): Promise<readonly Readonly<{ id: string; device: string; seenAt: string; isThis: boolean }>[]>;
  endOthers(): Promise<void>;
}>;

export const requestContext = createContext<RequestValues>();

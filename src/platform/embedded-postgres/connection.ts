import { Duplex } from 'node:stream';
import { refusal, type Seat } from './session.ts';
import { commandComplete, cutMessages, readyForQuery, startupCodes, typeOf, welcome } from './wire.ts';

type Join = (deliver: (answer: Buffer) => void, end: () => void) => Seat;

let lastConnectionId = 0;

/**
 * What `pg` takes for a socket (its `stream` option). It answers the start-up itself, collects messages until Sync or
 * Query and hands them over as one batch. COPY and Flush (row-limited portals) are refused: a batch could not be a unit.
 */
export class Connection extends Duplex {
  #id = ++lastConnectionId;
  #join: Join;
  #settings: Readonly<Record<string, string>>;
  #seat: Seat | undefined;
  #rest: Buffer = Buffer.alloc(0);
  #batch: Buffer[] = [];

  constructor(join: Join, settings: Readonly<Record<string, string>>) {
    super();
    this.#join = join;
    this.#settings = settings;
  }

  /** Called by `pg` with port and host, which mean nothing here. */
  connect(): this {
    process.nextTick(() => this.emit('connect'));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    if (this.#seat === undefined) this.#start();
    if (this.#seat !== undefined) this.#receive(this.#seat);
    done();
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#leave();
    this.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#leave();
    done(error);
  }

  #leave(): void {
    this.#seat?.leave();
    this.#batch = [];
  }

  #start(): void {
    if (this.#rest.length < 8) return;
    const length = this.#rest.readInt32BE(0);
    const code = this.#rest.readInt32BE(4);
    if (this.#rest.length < length) return;
    this.#rest = this.#rest.subarray(length);
    if (code === startupCodes.ssl || code === startupCodes.gss) {
      this.push('N');
    } else if (code === startupCodes.cancel) {
      // A running statement cannot be interrupted (one thread); the protocol allows a request without effect.
      this.push(null);
    } else {
      this.#seat = this.#join(
        (answer) => this.push(answer),
        () => this.push(null),
      );
      this.push(welcome(this.#id, this.#settings));
    }
  }

  #receive(seat: Seat): void {
    const { messages, rest } = cutMessages(this.#rest);
    this.#rest = rest;
    for (const one of messages) this.#take(seat, one);
  }

  #take(seat: Seat, one: Buffer): void {
    switch (typeOf(one)) {
      case 'X':
        this.#leave();
        return;
      case 'Q':
        this.#query(seat, one);
        return;
      case 'S':
        seat.submit(Buffer.concat([...this.#batch, one]));
        this.#batch = [];
        return;
      case 'H':
        this.push(refusal('0A000', 'the embedded database cannot send rows in portions'));
        this.#batch = [];
        return;
      default:
        this.#batch.push(one);
    }
  }

  #query(seat: Seat, one: Buffer): void {
    const text = one.toString('utf8', 5, one.length - 1).trim();
    // All connections are one session for the server: one that stops listening must not make the others deaf.
    if (/^(unlisten\b[^;]*;?\s*)+$/i.test(text)) {
      this.push(Buffer.concat([commandComplete('UNLISTEN'), readyForQuery('I')]));
    } else if (/^copy\b.*\bstdin\b/is.test(text)) {
      this.push(
        refusal('0A000', 'the embedded database takes no COPY FROM STDIN: insert many rows with jsonb_to_recordset'),
      );
    } else {
      seat.submit(one);
    }
  }
}

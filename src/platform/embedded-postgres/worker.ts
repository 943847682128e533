import { closeSync, fdatasyncSync, fsyncSync, openSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { slimPostgis } from './postgis-bundle.ts';

/** What the worker is started with. Without `dataDir` everything is in memory. */
export type WorkerStart = Readonly<{ dataDir?: string; snapshot?: Uint8Array<ArrayBuffer>; cacheDir: string }>;

/** What the worker is asked: run a batch of protocol messages, copy the whole database, or stop. */
export type WorkerRequest = Readonly<
  { id: number } & ({ kind: 'execute'; batch: Uint8Array } | { kind: 'snapshot' } | { kind: 'close' })
>;
export type WorkerAnswer = Readonly<{ id: number; bytes: Uint8Array } | { id: number; error: string }>;

/**
 * Commits reach the disk (fsync) before they are acknowledged. Sync method `fsync`, because the emulated file system
 * passes only that call on. Small WAL segments keep a fresh database at 45 MB instead of 62 MB.
 */
function optionsFor({ dataDir, snapshot, cacheDir }: WorkerStart): PGliteOptions {
  const durable = ['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'];
  const params = PGlite.defaultStartParams.filter((one) => one !== '-F');
  return {
    extensions: { postgis: slimPostgis(cacheDir) },
    initDbStartParams: [
      '--wal-segsize=1',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--encoding=UTF8',
      '--auth=trust',
      '--username=postgres',
    ],
    startParams: dataDir === undefined ? [...params, '-F'] : [...params, ...durable],
    ...(dataDir === undefined ? {} : { dataDir }),
    ...(snapshot === undefined ? {} : { loadDataDir: new Blob([snapshot]) }),
  };
}

/** An open file of the emulated file system: on the disk under `nfd`; a folder has only its node. */
type OpenFile = Readonly<{ nfd?: number; node: unknown }>;
/** Where the emulated file system keeps its operations on real files. */
type NodeFiles = {
  filesystems: { NODEFS: { stream_ops: { fsync?: (file: OpenFile) => number }; realPath(node: unknown): string } };
};

/** PostgreSQL also syncs folders, so that new and renamed files of its log outlive a loss of power. */
function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

async function start(options: WorkerStart): Promise<PGlite> {
  const database = await PGlite.create(optionsFor(options));
  if (options.dataDir !== undefined) {
    const { NODEFS } = (database.Module.FS as unknown as NodeFiles).filesystems;
    NODEFS.stream_ops.fsync = ({ nfd, node }) => {
      if (nfd === undefined) syncFolder(NODEFS.realPath(node));
      else fdatasyncSync(nfd);
      return 0;
    };
  }
  return database;
}

async function answer(database: PGlite, request: WorkerRequest): Promise<Uint8Array> {
  if (request.kind === 'snapshot') return new Uint8Array(await (await database.dumpDataDir('none')).arrayBuffer());
  if (request.kind === 'close') {
    await database.close();
    return new Uint8Array();
  }
  const chunks: Uint8Array[] = [];
  await database.execProtocolRawStream(request.batch, {
    syncToFs: false,
    onRawData: (bytes) => chunks.push(bytes.slice()),
  });
  return new Uint8Array(Buffer.concat(chunks));
}

const port = parentPort;
if (port !== null) {
  const database = await start(workerData as WorkerStart);
  port.on('message', async (request: WorkerRequest) => {
    const reply = await answer(database, request).then(
      (bytes): WorkerAnswer => ({ id: request.id, bytes }),
      (error: unknown): WorkerAnswer => ({ id: request.id, error: String(error) }),
    );
    port.postMessage(reply, 'bytes' in reply ? [reply.bytes.buffer as ArrayBuffer] : []);
    if (request.kind === 'close') port.close();
  });
  port.postMessage({ id: 0, bytes: new Uint8Array() } satisfies WorkerAnswer);
}

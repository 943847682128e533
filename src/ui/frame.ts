import { createContext } from 'react';

/** What belongs to one response and not to a page: kept out of loaders, so that it never travels as page content. */
export type Frame = Readonly<{ nonce?: string; requestId?: string }>;

export const FrameContext = createContext<Frame>({});

import type { ErrorMeaning } from '../errorTable';
import { account } from './account';
import { authorization } from './authorization';
import { calling } from './calling';
import { flows } from './flows';
import { general } from './general';
import { groupChats } from './groupChats';
import { integrity } from './integrity';
import { marketingMessages } from './marketingMessages';
import { messages } from './messages';
import { registration } from './registration';
import { templates } from './templates';
import { throttling } from './throttling';

/** One of Meta's groups of error codes: code to meaning. */
export type ErrorGroup = Readonly<Record<number, ErrorMeaning>>;

/** Every group. A code is in one group only. */
export const errorGroups: readonly ErrorGroup[] = [
	authorization,
	integrity,
	throttling,
	general,
	messages,
	templates,
	registration,
	account,
	marketingMessages,
	groupChats,
	calling,
	flows,
];

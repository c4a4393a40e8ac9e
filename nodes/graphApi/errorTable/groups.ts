import { account } from './account';
import { authorization } from './authorization';
import { calling } from './calling';
import { flows } from './flows';
import { general } from './general';
import { groupChats } from './groupChats';
import { inAppSignup } from './inAppSignup';
import { integrity } from './integrity';
import type { ErrorGroup } from './meaning';
import { marketingMessages } from './marketingMessages';
import { messages } from './messages';
import { registration } from './registration';
import { templates } from './templates';
import { throttling } from './throttling';
import { usernames } from './usernames';

/** Every group under its title in the documentation. A code is in one group only. */
export const errorGroups: Readonly<Record<string, ErrorGroup>> = {
	'Access and permissions': authorization,
	'Policy violations': integrity,
	'Too many requests': throttling,
	'The Graph API in general': general,
	'Messages and blocked users': messages,
	Templates: templates,
	'Phone number registration': registration,
	Usernames: usernames,
	'Account, migration and synchronization': account,
	'Marketing Messages API': marketingMessages,
	Groups: groupChats,
	Calling: calling,
	Flows: flows,
	'In-App Signup': inAppSignup,
};

import type { Endpoint } from '../context';
import * as appSubscriptions from './appSubscriptions';
import * as blockedUsers from './blockedUsers';
import * as commerce from './commerce';
import * as businessProfile from './businessProfile';
import * as businessEncryption from './businessEncryption';
import * as contacts from './contacts';
import * as conversationalAutomation from './conversationalAutomation';
import * as flows from './flows';
import * as groups from './groups';
import * as me from './me';
import * as media from './media';
import * as messages from './messages';
import * as phoneNumbers from './phoneNumbers';
import * as phoneRegistration from './phoneRegistration';
import * as phoneSettings from './phoneSettings';
import * as qrCodes from './qrCodes';
import * as subscribedApps from './subscribedApps';
import * as templates from './templates';
import * as uploads from './uploads';
import * as waba from './waba';

/** Every Graph API endpoint: all that the files of this folder export. A new file is added here. */
const endpoints: Endpoint[] = [
	appSubscriptions,
	blockedUsers,
	commerce,
	businessEncryption,
	businessProfile,
	contacts,
	conversationalAutomation,
	flows,
	groups,
	me,
	media,
	messages,
	phoneNumbers,
	phoneRegistration,
	phoneSettings,
	qrCodes,
	subscribedApps,
	templates,
	uploads,
	waba,
].flatMap((file) => Object.values<Endpoint>(file));

const byRoute = new Map(
	endpoints.map((definition) => [
		routeKey(definition.method, definition.on, definition.edge),
		definition,
	]),
);

/** The endpoint for a method on an edge of a kind of object. */
export function findEndpoint(
	method: string,
	kind: Endpoint['on'],
	edge: string | undefined,
): Endpoint | undefined {
	return byRoute.get(routeKey(method, kind, edge));
}

function routeKey(method: string, kind: Endpoint['on'], edge: string | undefined): string {
	return `${method} ${kind}/${edge ?? ''}`;
}

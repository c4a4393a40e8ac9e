import { business } from '../../business';
import type { State } from '../../state';

/** Somebody who may log in. */
export interface OnPremisesUser {
	username: string;
	password: string;
	role: 'ROLE_ADMIN' | 'ROLE_USER';
	/** Until the first log-in with another password. */
	mustChangePassword: boolean;
}

/** As `settings.application` in responses. */
export interface ApplicationSettings {
	callback_backoff_delay_ms: string;
	max_callback_backoff_delay_ms: string;
	callback_persist: boolean;
	media: { auto_download: string[] };
	webhooks: {
		url: string;
		max_concurrent_requests: number;
		/** Which statuses are reported. */
		message: { sent: boolean; delivered: boolean; read: boolean };
	};
	on_call_pager: string;
	pass_through: boolean;
	sent_status: boolean;
	unhealthy_interval: number;
	heartbeat_interval: number;
}

export interface MediaProvider {
	name: string;
	type: string;
	config: Record<string, unknown>;
}

/** A file in memory. */
export interface Bytes {
	type: string;
	content: Buffer;
}

/** What the server remembers, besides what Meta does. It has one number. */
export interface OnPremisesState {
	users: OnPremisesUser[];
	/** Whose token it is, and until when (milliseconds since 1970). */
	tokens: Map<string, { username: string; expiresAt: number }>;
	application: ApplicationSettings;
	providers: MediaProvider[];
	/** Phone numbers (digits) that were checked, and whether they are on WhatsApp. */
	contacts: Map<string, boolean>;
	twoStep: boolean;
	shards: number;
	photo?: Bytes;
	/** By group ID. */
	icons: Map<string, Bytes>;
	/** User IDs of the admins besides the business, by group ID. */
	admins: Map<string, string[]>;
	/** PEM. */
	externalCertificate?: string;
	webhookCa?: string;
}

/** The settings of a new server. */
export function defaultApplication(): ApplicationSettings {
	return {
		callback_backoff_delay_ms: '3000',
		max_callback_backoff_delay_ms: '900000',
		callback_persist: true,
		media: { auto_download: ['image', 'document', 'audio', 'video', 'voice'] },
		webhooks: {
			url: '',
			max_concurrent_requests: 6,
			message: { sent: false, delivered: true, read: true },
		},
		on_call_pager: '',
		pass_through: true,
		sent_status: false,
		unhealthy_interval: 30,
		heartbeat_interval: 5,
	};
}

const states = new WeakMap<State, OnPremisesState>();

/** What the server remembers beside this state. */
export function onPremisesOf(state: State): OnPremisesState {
	const known = states.get(state);
	if (known) return known;
	const { username, password, newAdministrator } = business.onPremises;
	const created: OnPremisesState = {
		users: [
			{ username, password, role: 'ROLE_ADMIN', mustChangePassword: false },
			{ ...newAdministrator, role: 'ROLE_ADMIN', mustChangePassword: true },
		],
		tokens: new Map(),
		application: defaultApplication(),
		providers: [],
		contacts: new Map(),
		twoStep: true,
		shards: 1,
		icons: new Map(),
		admins: new Map(),
	};
	states.set(state, created);
	return created;
}

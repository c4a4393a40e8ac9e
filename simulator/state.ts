import { createHash } from 'node:crypto';
import { BoundedLog } from './boundedLog';
import { business } from './business';
import { newProfile, type BusinessProfile } from './phoneNumbers/businessProfile';
import { newInviteLink, newPreview, newUserId } from './ids';
import type { Template } from './templates/seeds';
import type { WebhookErrorEntry } from './graph/errors';
import type { UploadSession } from './media/uploadSession';
import type { FlowValidationError } from './flows/json';

/** A callback URL that passed Meta's verification handshake. */
export interface Callback {
	url: string;
	verifyToken: string;
}

export interface PhoneNumber {
	id: string;
	displayPhoneNumber: string;
	verifiedName: string;
	/** The number as webhooks and recipients write it: digits only. */
	digits: string;
	override?: Callback;
	profile: BusinessProfile;
	/** PEM; what Flows encrypt their requests with. */
	businessPublicKey?: string;
	/** Whether it can send and receive through the Cloud API. */
	registered: boolean;
	/** Of two-step verification: six digits, and how often a wrong one was given since the last right one. */
	pin: string;
	wrongPins: number;
	/** What `GET /{phone}/settings` gives. */
	settings: Record<string, Record<string, unknown>>;
	conversationalAutomation?: Record<string, unknown>;
	/** What else `POST /{phone}` changes, by the name of the field. */
	changes: Record<string, unknown>;
	/** Phone numbers (digits) and user IDs. */
	blockedUsers: string[];
	/** The newest first. */
	qrCodes: QrCode[];
	commerce: { is_cart_enabled: boolean; is_catalog_visible: boolean };
}

export interface QrCode {
	code: string;
	prefilledMessage: string;
}

export interface Waba {
	id: string;
	name: string;
	currency: string;
	timezoneId: string;
	messageTemplateNamespace: string;
	/** Set when the app is subscribed to this WABA's webhooks. */
	subscribed: boolean;
	override?: Callback;
}

export interface App {
	id: string;
	name: string;
	secret: string;
	/** The app's own webhook subscription, and the fields it is for. */
	subscription?: Callback & { fields: string[] };
}

/** A person who uses WhatsApp. */
export interface Customer {
	/** Phone number in digits; not there for someone who can only be told by `userId`. */
	waId?: string;
	userId: string;
	username?: string;
	profileName: string;
	/** When they last wrote, by phone-number ID, in milliseconds. */
	lastWroteAt: Map<string, number>;
}

export interface MediaFile {
	id: string;
	phoneNumberId: string;
	mimeType: string;
	fileName?: string;
	/** In bytes. */
	size: number;
	/** Hex. */
	sha256: string;
	/** Where the content lies on disk while the simulator runs. */
	path: string;
	/** Of a file that was there from the start. */
	content?: Buffer;
	createdAt: number;
}

export type MessageStatus = 'sent' | 'delivered' | 'read' | 'failed';

/** A message the API answered with a wamid. */
export interface AcceptedMessage {
	id: string;
	phoneNumberId: string;
	/** The endpoint that took it. */
	endpoint: 'messages' | 'marketing_messages';
	/** Milliseconds since 1970. */
	acceptedAt: number;
	/** `to` or `recipient`, in the form the simulator knows the recipient by: digits, user ID or group ID. */
	recipient: string;
	/** The request body as it came in. */
	body: Record<string, unknown>;
	statuses: Array<{ status: MessageStatus; at: number; errors?: WebhookErrorEntry[] }>;
}

/** A message a customer wrote. */
export interface ReceivedMessage {
	id: string;
	phoneNumberId: string;
	from: string;
	at: number;
	/** The message object of the webhook. */
	message: Record<string, unknown>;
	/** Set when the business marked it as read. */
	readAt?: number;
	/** Set when the business showed a typing indicator. */
	typingAt?: number;
}

/** Someone who asked to join a group and waits for an answer. */
export interface JoinRequest {
	id: string;
	/** The customer's user ID. */
	userId: string;
	/** Milliseconds since 1970. */
	createdAt: number;
}

export interface Group {
	id: string;
	/** The business number it belongs to. */
	phoneNumberId: string;
	subject: string;
	description?: string;
	joinApprovalMode: 'approval_required' | 'auto_approve';
	inviteLink: string;
	/** Milliseconds since 1970. */
	createdAt: number;
	/** User IDs of those who are in it, beside the business. */
	participants: string[];
	joinRequests: JoinRequest[];
	/** User IDs of those the business removed: they can't join again. */
	removed: string[];
}

/** A WhatsApp Flow. */
export interface Flow {
	id: string;
	name: string;
	status: 'DRAFT' | 'PUBLISHED' | 'DEPRECATED';
	categories: string[];
	endpointUri?: string;
	/** The connected Meta app. */
	applicationId?: string;
	/** The Flow JSON as it was uploaded. */
	json?: string;
	validationErrors: FlowValidationError[];
	/** `expiresAt` in milliseconds since 1970. */
	preview: { token: string; expiresAt: number };
}

/** One call of the Graph API, without its token. */
export interface RequestRecord {
	at: number;
	method: string;
	/** Path as called, with version. */
	path: string;
	query: Record<string, string>;
	headerNames: string[];
	/** HTTP status of the answer; 0 when the connection was cut. */
	status: number;
	/** Meta's code when the answer was an error. */
	errorCode?: number;
}

/** Graph objects by kind; `root` is the top of the API. */
export interface Nodes {
	root: undefined;
	app: App;
	user: typeof business.user;
	waba: Waba;
	phoneNumber: PhoneNumber;
	template: Template;
	media: MediaFile;
	uploadSession: UploadSession;
	message: AcceptedMessage | ReceivedMessage;
	group: Group;
	flow: Flow;
}

export type NodeKind = keyof Nodes;
export type Node = { [Kind in NodeKind]: { kind: Kind; value: Nodes[Kind] } }[NodeKind];

/** Everything the simulator remembers. */
export class State {
	readonly app: App = { ...business.app };
	readonly user = business.user;
	readonly waba: Waba = { ...business.waba, subscribed: false };
	readonly phoneNumbers: PhoneNumber[] = business.phoneNumbers.map((phoneNumber, index) => ({
		...phoneNumber,
		digits: phoneNumber.displayPhoneNumber.replace(/\D/g, ''),
		profile: { ...newProfile },
		registered: true,
		pin: business.pin,
		wrongPins: 0,
		settings: {
			calling: { status: 'DISABLED', call_icon_visibility: 'DEFAULT' },
			storage_configuration: { status: 'DEFAULT' },
		},
		changes: {},
		blockedUsers: index === 0 ? [business.blockedUser.waId] : [],
		qrCodes: index === 0 ? [{ ...business.qrCode }] : [],
		commerce: { is_cart_enabled: true, is_catalog_visible: true },
	}));
	readonly templates: Template[] = structuredClone([...business.templates]);
	/** What happened to templates and limits what can be done with them; times in milliseconds, by ID. */
	readonly templateHistory = {
		edits: new Map<string, number[]>(),
		pausedAt: new Map<string, number>(),
		/** Their names can't be used again for weeks. */
		deleted: [] as Array<Pick<Template, 'name' | 'language'>>,
	};
	readonly groups: Group[] = [];
	readonly flows: Flow[] = business.flows.map(({ id, name, status, json }) => ({
		id,
		name,
		status,
		categories: ['OTHER'],
		json,
		validationErrors: [],
		preview: newPreview(),
	}));
	readonly media = new Map<string, MediaFile>([[business.media.id, seededMedia()]]);
	/** By ID, without signature. */
	readonly uploadSessions = new Map<string, UploadSession>();
	/** Files uploaded to the app, by handle. */
	readonly uploadedFiles = new Map<string, { mimeType: string; size: number; sha256: string }>();
	readonly accepted: AcceptedMessage[] = [];
	readonly received: ReceivedMessage[] = [];
	readonly requests = new BoundedLog<RequestRecord>(10_000);
	/** Every message by wamid. */
	readonly messages = new Map<string, AcceptedMessage | ReceivedMessage>();
	private readonly customers = new Map<string, Customer>();

	constructor() {
		for (const customer of business.customers) {
			const lastWroteAt = new Map(this.phoneNumbers.map(({ id }) => [id, Date.now()]));
			this.addCustomer({ ...customer, lastWroteAt });
		}
		this.groups.push(this.seededGroup());
	}

	private seededGroup(): Group {
		const { joinRequests, ...group } = business.group;
		const createdAt = Date.now();
		return {
			...group,
			phoneNumberId: business.phoneNumbers[0].id,
			joinApprovalMode: 'approval_required',
			inviteLink: newInviteLink(),
			createdAt,
			participants: business.customers.map(({ userId }) => userId),
			joinRequests: joinRequests.map(({ id, waId }) => {
				return { id, userId: this.customerOrNew(waId).userId, createdAt };
			}),
			removed: [],
		};
	}

	/** The Graph object with this ID. */
	find(id: string): Node | undefined {
		if (id === 'me' || id === this.user.id) return { kind: 'user', value: this.user };
		if (id === 'app' || id === this.app.id) return { kind: 'app', value: this.app };
		if (id === this.waba.id) return { kind: 'waba', value: this.waba };
		const phoneNumber = this.phoneNumbers.find((candidate) => candidate.id === id);
		if (phoneNumber) return { kind: 'phoneNumber', value: phoneNumber };
		const template = this.templates.find((candidate) => candidate.id === id);
		if (template) return { kind: 'template', value: template };
		const uploadSession = this.uploadSessions.get(id);
		if (uploadSession) return { kind: 'uploadSession', value: uploadSession };
		const media = this.media.get(id);
		if (media) return { kind: 'media', value: media };
		const group = this.groups.find((candidate) => candidate.id === id);
		if (group) return { kind: 'group', value: group };
		const flow = this.flows.find((candidate) => candidate.id === id);
		if (flow) return { kind: 'flow', value: flow };
		const message = this.messages.get(id);
		return message && { kind: 'message', value: message };
	}

	/** The customer with this phone number (digits) or user ID. */
	customer(key: string): Customer | undefined {
		return this.customers.get(key);
	}

	/** The customer with this phone number (digits) or user ID; made up when there is none yet. */
	customerOrNew(key: string): Customer {
		const known = this.customers.get(key);
		if (known) return known;
		const isPhoneNumber = /^\d+$/.test(key);
		const customer: Customer = {
			waId: isPhoneNumber ? key : undefined,
			userId: isPhoneNumber ? newUserId() : key,
			profileName: `Customer ${key}`,
			lastWroteAt: new Map(),
		};
		this.addCustomer(customer);
		return customer;
	}

	/** Adds a customer, or puts new values over one that is there. */
	addCustomer(customer: Customer): void {
		if (customer.waId) this.customers.set(customer.waId, customer);
		this.customers.set(customer.userId, customer);
	}

	/** Every customer once. */
	allCustomers(): Customer[] {
		return [...new Set(this.customers.values())];
	}
}

function seededMedia(): MediaFile {
	const { id, mimeType, fileName, base64 } = business.media;
	const content = Buffer.from(base64, 'base64');
	return {
		id,
		phoneNumberId: business.phoneNumbers[0].id,
		mimeType,
		fileName,
		size: content.length,
		sha256: createHash('sha256').update(content).digest('hex'),
		path: '',
		content,
		createdAt: Date.now(),
	};
}

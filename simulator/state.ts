import type { App } from './account/app';
import type { AssignedUser, Waba } from './account/waba';
import { BoundedLog } from './boundedLog';
import { business } from './business';
import { seededCalls, type Call } from './calls/call';
import { callHistory, permissionMs } from './calls/permissions';
import { newCustomer, newUserId, type Customer } from './customers/customer';
import type { BusinessAppMessage } from './echoes/echo';
import { seededFlows, type Flow } from './flows/flow';
import type { RequestRecord } from './graph/requestRecord';
import { seededGroup, type Group } from './groups/group';
import { seededMedia, type MediaFile } from './media/mediaFile';
import type { UploadSession } from './media/uploadSession';
import { messageHistory, type MessageHistory } from './messages/history';
import type { AcceptedMessage, ReceivedMessage } from './messages/message';
import { seededConfigurations, seededPayments } from './payments/seeds';
import type { Payment, PaymentConfiguration } from './payments/payment';
import { seededPhoneNumbers, type PhoneNumber } from './phoneNumbers/phoneNumber';
import { seededTemplateGroup, type TemplateGroup } from './templates/group';
import type { Template } from './templates/template';

/** Graph objects by kind; `root` is the top of the API. */
export interface Nodes {
	root: undefined;
	app: App;
	user: typeof business.user;
	portfolio: typeof business.portfolio;
	catalog: typeof business.catalog;
	waba: Waba;
	phoneNumber: PhoneNumber;
	template: Template;
	templateGroup: TemplateGroup;
	media: MediaFile;
	uploadSession: UploadSession;
	message: AcceptedMessage | ReceivedMessage | BusinessAppMessage;
	messageHistory: MessageHistory;
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
	/** All accounts of the business; the first is `waba`. */
	readonly wabas: Waba[] = [this.waba];
	/** Accounts of other businesses. */
	readonly sharedWabas: Waba[] = [{ ...business.portfolio.sharedWaba, subscribed: false }];
	readonly assignedUsers: AssignedUser[] = business.portfolio.users
		.slice(0, 2)
		.map((user) => ({ ...user, tasks: ['MANAGE'] }));
	readonly phoneNumbers: PhoneNumber[] = seededPhoneNumbers();
	readonly templates: Template[] = structuredClone([...business.templates]);
	/** Past changes that limit further changes, by template ID; times in milliseconds. */
	readonly templateHistory = {
		edits: new Map<string, number[]>(),
		pausedAt: new Map<string, number>(),
		/** Their status before they were archived. */
		archivedFrom: new Map<string, Template['status']>(),
		/** Their names stay blocked for weeks. */
		deleted: [] as Array<Pick<Template, 'name' | 'language'>>,
	};
	readonly templateGroups: TemplateGroup[] = [seededTemplateGroup()];
	readonly groups: Group[] = [];
	readonly calls: Call[] = [];
	readonly flows: Flow[] = seededFlows();
	readonly paymentConfigurations: PaymentConfiguration[] = seededConfigurations();
	readonly signupCodes = new Map<string, 'new' | 'used'>(
		business.signupCodes.map((code) => [code, 'new']),
	);
	readonly payments: Payment[] = seededPayments();
	readonly media = new Map<string, MediaFile>([[business.media.id, seededMedia()]]);
	/** By ID, without the signature. */
	readonly uploadSessions = new Map<string, UploadSession>();
	/** Files uploaded to the app, by handle. */
	readonly uploadedFiles = new Map<string, { mimeType: string; size: number; sha256: string }>();
	readonly accepted: AcceptedMessage[] = [];
	readonly received: ReceivedMessage[] = [];
	/** Messages that a person sent in the WhatsApp Business app. */
	readonly businessAppMessages: BusinessAppMessage[] = [];
	readonly requests = new BoundedLog<RequestRecord>(10_000);
	/** Every message by wamid. */
	readonly messages = new Map<string, Nodes['message']>();
	private readonly customers = new Map<string, Customer>();

	constructor() {
		for (const customer of business.customers) {
			const lastWroteAt = new Map(this.phoneNumbers.map(({ id }) => [id, Date.now()]));
			this.addCustomer({ ...newCustomer(customer), lastWroteAt });
		}
		for (const { waId, phoneNumberId } of business.callPermissions) {
			const history = callHistory(this.customerOrNew(waId), phoneNumberId);
			history.permittedUntil = Date.now() + permissionMs;
		}
		this.calls.push(...seededCalls((waId) => this.customerOrNew(waId).userId));
		this.groups.push(seededGroup((waId) => this.customerOrNew(waId).userId));
	}

	/** The Graph object with this ID. */
	find(id: string): Node | undefined {
		if (id === 'me' || id === this.user.id) return { kind: 'user', value: this.user };
		if (id === 'app' || id === this.app.id) return { kind: 'app', value: this.app };
		if (id === business.portfolio.id) return { kind: 'portfolio', value: business.portfolio };
		if (id === business.catalog.id) return { kind: 'catalog', value: business.catalog };
		const waba = this.wabas.find((candidate) => candidate.id === id);
		if (waba) return { kind: 'waba', value: waba };
		const phoneNumber = this.phoneNumbers.find((candidate) => candidate.id === id);
		if (phoneNumber) return { kind: 'phoneNumber', value: phoneNumber };
		const template = this.templates.find((candidate) => candidate.id === id);
		if (template) return { kind: 'template', value: template };
		const templateGroup = this.templateGroups.find((candidate) => candidate.id === id);
		if (templateGroup) return { kind: 'templateGroup', value: templateGroup };
		const uploadSession = this.uploadSessions.get(id);
		if (uploadSession) return { kind: 'uploadSession', value: uploadSession };
		const media = this.media.get(id);
		if (media) return { kind: 'media', value: media };
		const group = this.groups.find((candidate) => candidate.id === id);
		if (group) return { kind: 'group', value: group };
		const flow = this.flows.find((candidate) => candidate.id === id);
		if (flow) return { kind: 'flow', value: flow };
		const message = this.messages.get(id);
		if (message) return { kind: 'message', value: message };
		const history = messageHistory(this.accepted).find((candidate) => candidate.id === id);
		return history && { kind: 'messageHistory', value: history };
	}

	/** The customer with this phone number (digits) or user ID. */
	customer(key: string): Customer | undefined {
		return this.customers.get(key);
	}

	/** The customer with this phone number (digits) or user ID. Created if there is none. */
	customerOrNew(key: string): Customer {
		const known = this.customers.get(key);
		if (known) return known;
		const isPhoneNumber = /^\d+$/.test(key);
		const customer = newCustomer({
			waId: isPhoneNumber ? key : undefined,
			userId: isPhoneNumber ? newUserId() : key,
			profileName: `Customer ${key}`,
		});
		this.addCustomer(customer);
		return customer;
	}

	/** Adds a customer or replaces an existing one. */
	addCustomer(customer: Customer): void {
		if (customer.waId) this.customers.set(customer.waId, customer);
		this.customers.set(customer.userId, customer);
	}

	/** Every customer once. */
	allCustomers(): Customer[] {
		return [...new Set(this.customers.values())];
	}
}

/** A kind of event that can start the workflow, and where it is in Meta's payload. */
export interface EventKind {
	/** Stored value: Meta's webhook field, unless one field carries two kinds. */
	value: string;
	/** Value of `event` in the item. */
	event: string;
	name: string;
	description: string;
	/** Meta's webhook field; undefined if the event is not part of the account's webhooks. */
	field?: string;
	/** Other fields that the event may come with. Nobody needs to subscribe to them, and to most nobody can. */
	otherFields: readonly string[];
	/** Lists in the value of a change with one event per entry. If empty, the value is the event. */
	lists: readonly string[];
	/** Object in the value that has the lists. Undefined: the value itself. */
	within?: string;
	/** Whether a webhook override (phone number or WABA) receives it, or only the app's callback URL. */
	overridable: boolean;
	/** Whether it is about a customer. Others are about the account, a group, a template or a phone number. */
	aboutCustomer: boolean;
	/** Whether the time of the event may be long before the first delivery. */
	reportsPast: boolean;
	/** Path in the event of the item's `type`. */
	type: string;
	/** Paths in the event of the item's `text`: the first that there is. */
	text: readonly string[];
	/** The host whose own event it is, as in a sentence. Undefined: it is Meta's or the trigger's. */
	onlyFrom?: string;
	/** Whether it counts whichever number of the host's project it names. */
	ofProject: boolean;
}

export type Described = Pick<EventKind, 'value' | 'name' | 'description'> & Partial<EventKind>;

/** With what most kinds have in common. */
export const kind = (described: Described): EventKind => ({
	event: described.value,
	field: described.value,
	otherFields: [],
	lists: [],
	overridable: false,
	aboutCustomer: true,
	reportsPast: false,
	type: 'type',
	text: [],
	ofProject: false,
	...described,
});

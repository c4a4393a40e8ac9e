import { followUpEvents } from '../../shared/conversation/followUpEvents';
import type { FollowUpEvent } from '../../shared/conversation/followUpEvents';
import type { ConversationState } from '../../shared/conversation/conversations';
import type { FollowUpSettings } from '../parameters/followUpSettings';

/** An event of a conversation that will happen unless somebody writes, or has happened. */
export interface Due {
	event: FollowUpEvent;
	/** Unix time in milliseconds. */
	at: number;
	/** From then on it is too late. */
	before: number;
}

/**
 * The events of a conversation as it is now. WhatsApp's times have whole seconds: a message of the business in the same
 * second as one of the customer is the reply to it.
 */
export function dueOf(state: ConversationState, settings: FollowUpSettings): Due[] {
	const { inactiveAfter, inactiveWhen, closesIn } = settings;
	const lastIn = timeOf(state.lastMessageInAt);
	const lastOut = timeOf(state.lastMessageOutAt);
	const last = Math.max(lastIn, lastOut);
	const due: Due[] = [];
	if (inactiveAfter !== undefined && last > -Infinity) {
		const isSilence = inactiveWhen === 'nobodyWrites' || lastOut >= lastIn;
		const { inactive: event } = followUpEvents;
		if (isSilence) due.push({ event, at: last + inactiveAfter, before: Infinity });
	}
	const closesAt = timeOf(state.windowOpenUntil);
	if (closesIn !== undefined && lastIn > lastOut && closesAt > -Infinity) {
		due.push({ event: followUpEvents.closing, at: closesAt - closesIn, before: closesAt });
	}
	return due;
}

type Spoken = Pick<ConversationState, 'phoneNumberId' | 'customer' | 'lastMessageInAt'>;

/**
 * Names the silence that an event belongs to. It lasts until the customer writes: what the workflow itself sends then
 * must not begin another one.
 */
export function silenceOf(
	{ phoneNumberId, customer, lastMessageInAt }: Spoken,
	event: FollowUpEvent,
): string {
	return [event, phoneNumberId, customer, lastMessageInAt ?? ''].join(' ');
}

function timeOf(time: string | null): number {
	return time === null ? -Infinity : Date.parse(time);
}

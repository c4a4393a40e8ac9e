/** Events that the trigger makes of what the memory knows of a conversation: values of `event` in its items. */
export const followUpEvents = {
	inactive: 'conversation_inactive',
	closing: 'window_closing',
} as const;

export type FollowUpEvent = (typeof followUpEvents)[keyof typeof followUpEvents];

export function isFollowUpEvent(event: unknown): event is FollowUpEvent {
	return Object.values(followUpEvents).some((known) => known === event);
}

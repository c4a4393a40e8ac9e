/** A call of Kapso's platform API. Any other host refuses it. https://docs.kapso.ai/api/platform/v1 */
export const onPlatform = { on: 'fixed', base: 'platform' } as const;

/** The event that Kapso can deliver in batches. https://docs.kapso.ai/docs/platform/webhooks/advanced */
export const kapsoMessageReceived = 'whatsapp.message.received';

/** The event that comes after the minutes that the webhook says. */
export const kapsoConversationInactive = 'whatsapp.conversation.inactive';

/** The event that Kapso can deliver in batches. https://docs.kapso.ai/docs/platform/webhooks/advanced */
export const kapsoMessageReceived = 'whatsapp.message.received';

/** The event that comes after the minutes that the webhook says. */
export const kapsoConversationInactive = 'whatsapp.conversation.inactive';

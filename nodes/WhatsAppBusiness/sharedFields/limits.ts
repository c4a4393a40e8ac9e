/**
 * Meta's limits, in characters unless the name says otherwise. Fields and checks both read them here.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages
 */
export const limits = {
	textBody: 4096,
	callbackData: 512,
	interactiveHeader: 60,
	interactiveBody: 1024,
	interactiveFooter: 60,
} as const;

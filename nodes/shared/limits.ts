/**
 * Meta's limits, in characters unless the name says otherwise. Fields and checks both read them here.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages
 */
export const limits = {
	textBody: 4096,
	/** How many. Ours: a wrong expression must not flood a person. */
	sequenceMessages: 30,
	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/typing-indicators */
	typingSeconds: 25,
	/** Ours: n8n stores all of an execution's items whenever one of them is delivered. */
	awaitedMessages: 1000,
	/** How many in one call to Kapso. https://docs.kapso.ai/api/platform/v1/broadcasts/add-recipients */
	broadcastRecipients: 1000,
	callbackData: 512,
	/** https://docs.kapso.ai/docs/platform/webhooks/advanced */
	kapsoBufferMessages: 100,
	kapsoBufferSeconds: 60,
	/** https://docs.kapso.ai/docs/platform/webhooks/message-events */
	kapsoInactiveMinutes: 1440,
	interactiveHeader: 60,
	interactiveBody: 1024,
	interactiveFooter: 60,
	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages */
	buttonTitle: 20,
	buttonId: 256,
	/** How many. */
	replyButtons: 3,
	/** How many, and how many open a page. https://developers.facebook.com/documentation/business-messaging/whatsapp/direct-send/supported-features-and-limits */
	directSendButtons: 10,
	directSendUrlButtons: 2,
	directSendText: 1024,
	/** In seconds. https://developers.facebook.com/documentation/business-messaging/whatsapp/direct-send/configure-message-ttl */
	directSendTtl: { utility: { min: 30, max: 43_200 }, authentication: { min: 30, max: 900 } },
	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-list-messages */
	listBody: 4096,
	rowTitle: 24,
	rowDescription: 72,
	rowId: 200,
	/** How many in all sections together. */
	listRows: 10,
	listSectionTitle: 24,
	/** How many. */
	listSections: 10,
	/** Advised, and not enforced. https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/sendingaflow */
	flowButton: 30,
	/** How many. https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-media-carousel-messages */
	carouselCards: { min: 2, max: 10 },
	cardBody: 160,
	/** How many. */
	cardLineBreaks: 2,
	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/address-messages */
	postCode: 6,
	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/image-messages */
	caption: 1024,
	/** How many. https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/contacts-messages */
	contacts: 257,
	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components */
	templateName: 512,
	templateHeaderText: 60,
	/** One variable, when the template has nothing but a body, and when it has more. */
	templateBodyAlone: 32_768,
	templateBody: 1024,
	/** How many. The first has the index 0. */
	templateButtons: 10,
	templateUrlSuffix: 2000,
	/** Of a template that is created. */
	templateBodyText: 1024,
	templateFooter: 60,
	templateButtonText: 25,
	/** Meta names no limit. Providers that pass it on take 128 characters. */
	quickReplyPayload: 128,
	templateUrl: 2000,
	/** How many. */
	templateUrlButtons: 2,
	templateCardButtons: 2,
	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/marketing-templates/limited-time-offer-templates */
	limitedTimeOffer: 16,
	limitedTimeOfferBody: 600,
	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates/autofill-button-authentication-templates */
	codeExpirationMinutes: { min: 1, max: 90 },
	otpApps: 5,
	androidPackageName: 224,
	/** In seconds. https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/time-to-live */
	templateTtl: {
		AUTHENTICATION: { min: 30, max: 900 },
		MARKETING: { min: 43_200, max: 2_592_000 },
		UTILITY: { min: 30, max: 43_200 },
	},
	/** How many in one call. https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-archival */
	templateIds: 100,
	/** How many in one call. https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-migration */
	migratedTemplates: 500,
	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-groups */
	templateGroupName: 256,
	templateGroupDescription: 512,
	/** How many sends each template needs. https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-comparison */
	comparedTemplateSends: 1000,
	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/marketing-templates/coupon-templates */
	couponCode: 20,
	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates/authentication-templates */
	authenticationCode: 15,
	/** How many, and the text of one. https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/marketing-templates/media-card-carousel-templates */
	templateCards: 10,
	templateCardBody: 160,
	/** How many in all. https://developers.facebook.com/documentation/business-messaging/whatsapp/catalogs/sell-products-and-services/share-products */
	productSections: 10,
	products: 30,
	productSectionTitle: 24,
	/** In minutes, and characters. https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-button-messages-deep-links */
	callButtonMinutes: 43_200,
	callButtonPayload: 512,
	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/orderstatustemplate */
	orderStatusDescription: 120,
	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/orders */
	orderReferenceBrazil: 60,
	/** Item names, and descriptions of tax, shipping and discount. */
	orderText: 60,
	orderExpiration: 120,
	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/pg */
	orderReference: 35,
	/** How many, when an item has an image. */
	orderItemsWithImages: 10,
	beneficiaryName: 200,
	beneficiaryAddressLine: 100,
	paymentConfiguration: 60,
	billDeskField: 120,
	payUField: 255,
	razorpayReceipt: 40,
	/** How many, and the text of one. */
	razorpayNotes: 15,
	razorpayNote: 256,
	zaakpayField: 180,
	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/reference */
	groupSubject: 128,
	groupDescription: 2048,
	/** How many in one call. */
	groupParticipants: 8,
	/** In days. https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/groups-messaging#pin-and-unpin-group-message */
	pinDays: { min: 1, max: 30 },
	/** Characters of the text, and of a code. https://developers.facebook.com/documentation/business-messaging/whatsapp/qr-codes */
	qrCodeMessage: 140,
	qrCode: 14,
	/** The only time that Meta takes. https://developers.facebook.com/documentation/business-messaging/whatsapp/no-storage */
	noStorageMinutes: 60,
	mediaMinutes: { min: 60, max: 43_200 },
	/** How many in one call. https://developers.facebook.com/documentation/business-messaging/whatsapp/block-users */
	blockUsers: 1000,
	/** How many ice breakers and commands, and their texts. https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/conversational-components */
	iceBreakers: 4,
	iceBreaker: 80,
	commands: 30,
	commandName: 32,
	commandHint: 256,
	/** How many. https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-settings */
	callHoursPerDay: 2,
	callHolidays: 20,
	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override */
	webhookUrl: 200,
	/** How many. https://developers.facebook.com/documentation/business-messaging/whatsapp/analytics#template-analytics-parameters */
	analyticsTemplates: 10,
	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-account/whatsapp-business-account-api */
	accountName: 100,
	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/whatsapp-business-account-phone-number-api */
	displayName: { min: 2, max: 75 },
	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids#business-usernames */
	username: { min: 3, max: 35 },
	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/whatsapp-business-account-official-business-account-status-api */
	officialBrand: 255,
	officialInformation: 1000,
	/** How many. */
	officialLinks: { min: 5, max: 10 },
	/** https://developers.facebook.com/documentation/business-messaging/whatsapp/reference/whatsapp-business-phone-number/business-compliance-information-api */
	compliance: { entityName: { min: 2, max: 128 }, customType: 1024, contact: 128 },
	/** Of one website, and how many. https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/business-profiles */
	profile: { about: 139, address: 256, description: 512, email: 128, website: 256, websites: 2 },
} as const;

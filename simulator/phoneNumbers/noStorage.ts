/**
 * How long messages are kept without storage. Meta takes no other time.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/no-storage
 */
export const noStorageMinutes = 60;

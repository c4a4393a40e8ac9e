import { media } from './parts';

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/sticker-messages */
export const sticker = media({});

import { caption, media } from './parts';

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/image-messages */
export const image = media({ caption });

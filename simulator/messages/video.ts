import { caption, media } from './parts';

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/video-messages */
export const video = media({ caption });

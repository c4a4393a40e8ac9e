import { z } from 'zod';
import { caption, media } from './parts';

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/document-messages */
export const document = media({ caption, filename: z.string().max(240).optional() });

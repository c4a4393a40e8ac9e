import { z } from 'zod';
import { media } from './parts';

/**
 * `voice: true` shows it as a voice message.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/audio-messages
 */
export const audio = media({ voice: z.boolean().optional() });

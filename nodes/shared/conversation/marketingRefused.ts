import { errorMeaning } from '../../graphApi/errorTable';

/**
 * WhatsApp's error for a marketing message to a person who has stopped those of the business.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 */
const code = 131050;

/** The error, and its meaning as the reason for an opt-out. */
export const marketingRefused = { code, reason: errorMeaning(code)?.what ?? '' };

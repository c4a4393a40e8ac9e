import { z } from 'zod';

/** The PIN of two-step verification. */
export const pin = z.string().regex(/^\d{6}$/);

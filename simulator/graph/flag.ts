import { z } from 'zod';

/** A boolean, or its text in a query or a form. */
export const flag = z
	.union([z.boolean(), z.enum(['true', 'false'])])
	.transform((value) => value === true || value === 'true');

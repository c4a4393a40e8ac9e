import { z } from 'zod';

/** Yes or no; as text where it comes in a query or a form. */
export const flag = z
	.union([z.boolean(), z.enum(['true', 'false'])])
	.transform((value) => value === true || value === 'true');

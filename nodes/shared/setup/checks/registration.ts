import { numberRegistration } from '../numberRegistration';
import type { Check } from '../check';

export const registration: Check = {
	name: 'Registration',
	run: async ({ number }) => numberRegistration(await number()),
};

import { z } from 'zod';
import type { SimulatorContext } from '../context';
import { endpoint } from '../graph/endpoint';
import { invalidParameter } from '../graph/errors';
import { selectFields } from '../graph/fieldSelection';
import { validate } from '../graph/validation';
import { newProfile, type BusinessProfile } from './businessProfile';

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/business-profiles */
export const getBusinessProfile = endpoint({
	method: 'GET',
	on: 'phoneNumber',
	edge: 'whatsapp_business_profile',
	handle: ({ node, query }) => {
		const profile = selectFields(
			{
				messaging_product: 'whatsapp',
				address: undefined,
				description: undefined,
				email: undefined,
				profile_picture_url: undefined,
				vertical: undefined,
				websites: undefined,
				...node.profile,
			},
			query.get('fields'),
			['messaging_product'],
			'WhatsAppBusinessProfile',
		);
		delete profile.id;
		return { data: [{ ...profile, messaging_product: 'whatsapp' }] };
	},
});

const webUrl = z
	.string()
	.max(256)
	.refine(
		(text) => /^https?:\/\//.test(text) && URL.canParse(text),
		'Param websites must hold valid URLs that begin with http:// or https://.',
	);

const verticals = [
	'',
	'UNDEFINED',
	'OTHER',
	'AUTO',
	'BEAUTY',
	'APPAREL',
	'EDU',
	'ENTERTAIN',
	'EVENT_PLAN',
	'FINANCE',
	'GROCERY',
	'GOVT',
	'HOTEL',
	'HEALTH',
	'NONPROFIT',
	'PROF_SERVICES',
	'RETAIL',
	'TRAVEL',
	'RESTAURANT',
	'ALCOHOL',
	'ONLINE_GAMBLING',
	'PHYSICAL_GAMBLING',
	'OTC_DRUGS',
	'NOT_A_BIZ',
] as const;

const schema = z.looseObject({
	messaging_product: z.literal('whatsapp'),
	about: z.string().min(1).max(139).optional(),
	address: z.string().max(256).optional(),
	description: z.string().max(512).optional(),
	email: z.union([z.literal(''), z.email().max(128)]).optional(),
	profile_picture_handle: z.string().optional(),
	vertical: z.enum(verticals).optional(),
	websites: z.array(webUrl).max(2).optional(),
});

/** @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/business-profiles */
export const updateBusinessProfile = endpoint({
	method: 'POST',
	on: 'phoneNumber',
	edge: 'whatsapp_business_profile',
	handle: ({ simulator, node, body }) => {
		const { profile_picture_handle, ...changes } = validate(schema, body);
		const picture = profile_picture_handle && pictureUrl(simulator, profile_picture_handle);
		for (const name of Object.keys(newProfile) as Array<keyof BusinessProfile>) {
			const value = changes[name] as string | string[] | undefined;
			if (value !== undefined)
				Object.assign(node.profile, { [name]: value.length === 0 ? undefined : value });
		}
		if (picture) node.profile.profile_picture_url = picture;
		return { success: true };
	},
});

/** URL of a picture that was uploaded to the app. */
function pictureUrl({ state }: SimulatorContext, handle: string): string {
	const file = state.uploadedFiles.get(handle);
	if (!file) throw invalidParameter('Param profile_picture_handle is not a valid file handle.');
	if (!file.mimeType.startsWith('image/')) {
		throw invalidParameter('Param profile_picture_handle must be the handle of an image.');
	}
	return `https://pps.whatsapp.net/v/${file.sha256}.jpg`;
}

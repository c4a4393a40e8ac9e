import { createHash } from 'node:crypto';
import { z } from 'zod';
import { bytesOf, contentOf } from './bytes';
import { onPremisesEndpoint } from './endpoint';
import { refusal, validated } from './errors';

const profileSchema = z.strictObject({
	address: z.string().max(256).optional(),
	description: z.string().max(256).optional(),
	email: z.string().max(128).optional(),
	vertical: z.string().max(128).optional(),
	websites: z.array(z.url().max(256)).max(2).optional(),
});

export const getBusinessProfile = onPremisesEndpoint({
	method: 'GET',
	path: '/settings/business/profile',
	handle: ({ number: { profile } }) => {
		const { address, description, email, vertical, websites } = profile;
		return {
			settings: { business: { profile: { address, description, email, vertical, websites } } },
		};
	},
});

export const updateBusinessProfile = onPremisesEndpoint({
	method: 'POST',
	path: '/settings/business/profile',
	handle: ({ number, body }) => {
		Object.assign(number.profile, validated(profileSchema, body));
		return {};
	},
});

export const getAbout = onPremisesEndpoint({
	method: 'GET',
	path: '/settings/profile/about',
	handle: ({ number }) => ({ settings: { profile: { about: { text: number.profile.about } } } }),
});

export const updateAbout = onPremisesEndpoint({
	method: 'PATCH',
	path: '/settings/profile/about',
	handle: ({ number, body }) => {
		const { text } = validated(z.strictObject({ text: z.string().min(1).max(139) }), body);
		number.profile.about = text;
		return {};
	},
});

/** As bytes, or with `format=link` where it is. */
export const getPhoto = onPremisesEndpoint({
	method: 'GET',
	path: '/settings/profile/photo',
	handle: ({ server, number, query }) => {
		if (query.get('format') !== 'link') return contentOf(server.photo);
		const link = number.profile.profile_picture_url;
		if (link === undefined) throw refusal(1006, 'There is no such file');
		return { settings: { profile: { photo: { link } } } };
	},
});

export const updatePhoto = onPremisesEndpoint({
	method: 'POST',
	path: '/settings/profile/photo',
	status: 201,
	handle: (call) => {
		const { server, number } = call;
		server.photo = bytesOf(call, /^image\/(jpeg|png)$/);
		const hash = createHash('sha256').update(server.photo.content).digest('hex');
		number.profile.profile_picture_url = `https://pps.whatsapp.net/v/${hash}.jpg`;
		return {};
	},
});

export const deletePhoto = onPremisesEndpoint({
	method: 'DELETE',
	path: '/settings/profile/photo',
	handle: ({ server, number }) => {
		server.photo = undefined;
		number.profile.profile_picture_url = undefined;
		return {};
	},
});

import { asObject, asText, ownEntry } from '../../coerce';
import { ApiError } from '../../errors/apiError';
import { path } from '../../path';
import type { GraphRequest, JsonObject, JsonValue, Send } from '../../types';
import { afterwards } from './afterwards';
import { notInFormat } from './refuse';

/** Meta's names of categories, and those of the format. */
const verticals: Readonly<Record<string, string>> = {
	APPAREL: 'Clothing and Apparel',
	AUTO: 'Automotive',
	BEAUTY: 'Beauty, Spa and Salon',
	EDU: 'Education',
	ENTERTAIN: 'Entertainment',
	EVENT_PLAN: 'Event Planning and Service',
	FINANCE: 'Finance and Banking',
	GOVT: 'Public Service',
	GROCERY: 'Food and Grocery',
	HEALTH: 'Medical and Health',
	HOTEL: 'Hotel and Lodging',
	NONPROFIT: 'Non-profit',
	OTHER: 'Other',
	PROF_SERVICES: 'Professional Services',
	RESTAURANT: 'Restaurant',
	RETAIL: 'Shopping and Retail',
	TRAVEL: 'Travel and Transportation',
	UNDEFINED: '',
};

const business = { on: 'fixed', path: path`/settings/business/profile` } as const;
const about = { on: 'fixed', path: path`/settings/profile/about` } as const;
const photo = {
	on: 'fixed',
	path: path`/settings/profile/photo`,
	query: { format: 'link' },
} as const;

/** Reads the parts of the profile that are asked for, and puts them together as Meta does. */
export function readProfile({ query }: GraphRequest): (send: Send) => Promise<JsonObject> {
	const asked = String(query?.fields ?? '').split(',');
	const wants = (field: string) => asked.includes(field) || asked.includes('');
	return async (send) => {
		const profile: JsonObject = {};
		if (wants('about')) profile.about = (await settingsOf(send, about)).about?.text;
		if (asked.some((field) => !['about', 'profile_picture_url'].includes(field))) {
			const { vertical, ...rest } = await businessProfile(send);
			for (const [name, value] of Object.entries({ ...rest, vertical: metasVertical(vertical) })) {
				if (wants(name)) profile[name] = value;
			}
		}
		if (wants('profile_picture_url')) {
			profile.profile_picture_url = (await photoOf(send))?.link;
		}
		return { data: [{ messaging_product: 'whatsapp', ...profile }] };
	};
}

async function settingsOf(
	send: Send,
	endpoint: typeof about | typeof photo,
): Promise<{ about?: Partial<JsonObject>; photo?: Partial<JsonObject> }> {
	const { body } = await send({ method: 'GET', ...endpoint });
	const profile = asObject<JsonObject>(asObject<JsonObject>(body.settings).profile);
	return { about: asObject<JsonObject>(profile.about), photo: asObject<JsonObject>(profile.photo) };
}

/** Undefined if there is none, which is an error to the server. */
async function photoOf(send: Send): Promise<Partial<JsonObject> | undefined> {
	try {
		return (await settingsOf(send, photo)).photo;
	} catch (error) {
		if (error instanceof ApiError && error.facts.httpStatus === 404) return undefined;
		throw error;
	}
}

async function businessProfile(send: Send): Promise<JsonObject> {
	const { body } = await send({ method: 'GET', ...business });
	const settings = asObject<JsonObject>(asObject<JsonObject>(body.settings).business);
	return asObject<JsonObject>(settings.profile);
}

/**
 * Changes parts of the profile. The server takes the business profile as a whole, so what is not changed is read first.
 * A picture has been set when it was uploaded.
 * @throws NotOfferedError for the handle of a picture or a category that the format does not have.
 */
export function updateProfile({ body }: GraphRequest): (send: Send) => Promise<JsonObject> {
	const given = Object.entries(body ?? {}).filter(
		([name, value]) => name !== 'messaging_product' && value !== undefined,
	);
	const { about: text, profile_picture_handle, vertical, ...rest } = Object.fromEntries(given);
	if (![undefined, pictureIsSet].includes(asText(profile_picture_handle) ?? undefined)) {
		throw pictureRefusal();
	}
	const changes: JsonObject =
		vertical === undefined ? rest : { ...rest, vertical: ownVertical(vertical) };
	return async (send) => {
		if (Object.keys(changes).length > 0) {
			const profile = { ...(await businessProfile(send)), ...changes };
			await send({ method: 'POST', ...business, body: profile, idempotent: true });
		}
		if (text !== undefined) {
			const changed = send({ method: 'PATCH', ...about, body: { text }, idempotent: true });
			await (Object.keys(changes).length > 0
				? afterwards("Only 'About' was not changed, the rest of the profile was.", changed)
				: changed);
		}
		return { success: true };
	};
}

/** Stands for the handle of a picture whose bytes the server has. */
export const pictureIsSet = 'picture is set';

/** A picture is bytes in this format, and a handle leads to none. */
function pictureRefusal(): Error {
	return notInFormat('Picture handles', "Use 'Picture Binary Field' instead of 'Picture Handle'.");
}

function ownVertical(vertical: JsonValue | undefined): string {
	const own = ownEntry(verticals, asText(vertical) ?? '');
	if (own !== undefined) return own;
	throw notInFormat(
		`Categories such as '${asText(vertical) ?? ''}'`,
		"Choose 'Other' or another one.",
	);
}

function metasVertical(vertical: JsonValue | undefined): JsonValue | undefined {
	const [metas] = Object.entries(verticals).find(([, own]) => own === vertical) ?? [];
	return metas ?? vertical;
}

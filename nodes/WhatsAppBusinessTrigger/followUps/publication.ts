import { asNumber, asObject, asText, getPath } from '../../graphApi/coerce';
import { parseJson } from '../../graphApi/json';
import type { JsonObject } from '../../graphApi/types';
import { readStored } from '../../memory/readStored';
import type { Store } from '../../memory/store';
import { lifetimes } from '../../shared/conversation/lifetimes';
import { wayPrefix } from '../../shared/conversation/collectionKeys';
import type { Way } from '../n8n/ways';
import type { FollowUpSettings } from '../parameters/followUpSettings';

/** What the memory knows of a published trigger with events of conversations. */
export interface Publication {
	/** Unix time in milliseconds. What was due before starts nothing. */
	since: number;
	phoneNumberId: string;
	/** The settings as text. */
	settings: string;
}

/** Milliseconds after which a trigger no longer goes on where it was. n8n unpublishes one for each new version. */
const longestGap = 10_000;

/** Milliseconds for which other processes can see that a trigger was unpublished. They look more often. */
const endLifetime = 60_000;

/** Milliseconds. Longer than anything is known of a conversation. */
const { lastMessage: lifetime } = lifetimes;

/** Whether a trigger is published, for all processes. */
export class Publications {
	/** @param scope of the trigger in the memory. */
	constructor(
		private readonly store: Store,
		private readonly scope: string,
	) {}

	async read(): Promise<Publication | undefined> {
		return publicationIn(await this.store.get(this.key));
	}

	/**
	 * Notes that the trigger is published. With the same settings as before it goes on where it was; otherwise all that
	 * would already be due would start the workflow at once.
	 * @param way how to go on after a restart.
	 */
	async begin(
		phoneNumberId: string,
		settings: FollowUpSettings,
		way: Way,
		now = Date.now(),
	): Promise<Publication> {
		const text = settingsText(settings);
		const earlier = (await this.read()) ?? (await this.endedAfter(now - longestGap));
		const goesOn = earlier?.settings === text && earlier.phoneNumberId === phoneNumberId;
		const since = goesOn ? earlier.since : now;
		const publication: Publication = { since, phoneNumberId, settings: text };
		await this.store.set(this.key, textOf(publication, way), lifetime);
		await this.store.delete(this.keyOfEarlier);
		return publication;
	}

	/** Keeps it for as long as n8n may be down, also if somebody has deleted the memory. */
	async renew(publication: Publication, way: Way): Promise<void> {
		const text = textOf(publication, way);
		const current = await this.store.get(this.key);
		// Somebody may unpublish it meanwhile.
		if (current !== undefined) await this.store.replace(this.key, current, text, lifetime);
		else if (!(await this.isEnded())) await this.store.claim(this.key, text, lifetime);
	}

	/** Whether the trigger has just been unpublished. */
	async isEnded(): Promise<boolean> {
		return (await this.store.get(this.keyOfEarlier)) !== undefined;
	}

	/** Notes that the trigger is unpublished. */
	async end(now = Date.now()): Promise<void> {
		const current = await this.store.get(this.key);
		if (current === undefined) return;
		const end = { ...asObject<JsonObject>(parseJson(current)), endedAt: now };
		await this.store.set(this.keyOfEarlier, JSON.stringify(end), endLifetime);
		await this.store.delete(this.key);
	}

	private async endedAfter(time: number): Promise<Publication | undefined> {
		const end = await this.store.get(this.keyOfEarlier);
		if (end === undefined) return undefined;
		const endedAt = asNumber(getPath(parseJson(end), 'endedAt')) ?? 0;
		return endedAt < time ? undefined : publicationIn(end);
	}

	private get key(): string {
		return `${wayPrefix}${this.scope}/followUps`;
	}

	private get keyOfEarlier(): string {
		return `followUps:${this.scope}`;
	}
}

/** The settings as a publication has them. */
export function settingsText(settings: FollowUpSettings | undefined): string {
	return JSON.stringify(settings ?? null);
}

/** Whether two publications are the same. */
export function isSame(one: Publication, other: Publication | undefined): boolean {
	return (
		one.since === other?.since &&
		one.phoneNumberId === other.phoneNumberId &&
		one.settings === other.settings
	);
}

function textOf(publication: Publication, way: Way): string {
	return JSON.stringify({ ...way, ...publication });
}

function publicationIn(text: string | undefined): Publication | undefined {
	if (text === undefined) return undefined;
	return readStored(text, 'a published trigger', (value) => {
		const since = asNumber(getPath(value, 'since'));
		const phoneNumberId = asText(getPath(value, 'phoneNumberId'));
		const settings = asText(getPath(value, 'settings'));
		if (since === null || phoneNumberId === null || settings === null) return undefined;
		return { since, phoneNumberId, settings };
	});
}

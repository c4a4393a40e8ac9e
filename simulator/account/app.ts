import type { Callback } from '../webhooks/callback';

export interface App {
	id: string;
	name: string;
	secret: string;
	/** The app's own webhook subscription, and the fields it is for. */
	subscription?: Callback & { fields: string[] };
}

/** What Graph says of an app wherever it names one. */
export function appFields({ id, name }: Pick<App, 'id' | 'name'>) {
	return { link: `https://www.facebook.com/games/?app_id=${id}`, name, id };
}

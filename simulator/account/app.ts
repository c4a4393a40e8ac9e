import type { Callback } from '../webhooks/callback';

export interface App {
	id: string;
	name: string;
	secret: string;
	/** The app's webhook subscription and its fields. */
	subscription?: Callback & { fields: string[] };
}

/** The fields of an app wherever Graph returns one. */
export function appFields({ id, name }: Pick<App, 'id' | 'name'>) {
	return { link: `https://www.facebook.com/games/?app_id=${id}`, name, id };
}

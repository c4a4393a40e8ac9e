import type { App } from '../state';

/** What Graph says of an app wherever it names one. */
export function appFields({ id, name }: Pick<App, 'id' | 'name'>) {
	return { link: `https://www.facebook.com/games/?app_id=${id}`, name, id };
}

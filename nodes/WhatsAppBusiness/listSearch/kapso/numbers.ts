import { path } from '../../../graphApi/path';
import { nameOf } from '../nameOf';
import { kapsoPicker } from './kapsoPicker';

interface KapsoNumber {
	phone_number_id: string;
	display_phone_number?: string | null;
	name?: string | null;
}

/** https://docs.kapso.ai/api/platform/v1/phone-numbers/list-phone-numbers */
export const searchKapsoNumbers = kapsoPicker<KapsoNumber>({
	path: () => path`/whatsapp/phone_numbers`,
	pages: 'number',
	item: ({ phone_number_id, display_phone_number, name }) => ({
		name: nameOf(display_phone_number, name) || phone_number_id,
		value: phone_number_id,
	}),
});

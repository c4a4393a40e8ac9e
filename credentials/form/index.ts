import type { INodeProperties } from 'n8n-workflow';

import { metaHost } from '../../nodes/graphApi/connection';
import type { HostName } from '../../nodes/graphApi/connection';
import { dialog360Url } from '../../nodes/graphApi/hosts/dialog360';
import { kapsoUrl } from '../../nodes/graphApi/hosts/kapso';
import { countryOptions } from '../../nodes/shared/defaultCountry';
import { dialog360Form } from './dialog360';
import { customForm, graphApiForm } from './graphApi';
import { advancedSwitch, behindSwitch, exceptOn, shownOn } from './hostForm';
import type { HostForm, TextField } from './hostForm';
import { kapsoForm } from './kapso';
import { onPremisesForm } from './onPremises';

const hostOptions: Array<{ name: string; value: HostName; description: string }> = [
	{ name: 'Meta Cloud API', value: 'meta', description: metaHost },
	{ name: 'Kapso', value: 'kapso', description: kapsoUrl },
	{ name: '360dialog', value: 'dialog360', description: dialog360Url },
	{
		name: 'On-Premises Format',
		value: 'onPremises',
		description: "Turn.io, or a server that still speaks the format of Meta's On-Premises API",
	},
	{
		name: 'Custom Base URL',
		value: 'custom',
		description: "A proxy or simulator of Meta's Graph API",
	},
];

/** In the order of the form. */
const forms: readonly HostForm[] = [
	customForm,
	graphApiForm,
	kapsoForm,
	dialog360Form,
	onPremisesForm,
];

const redisUrl: TextField = {
	displayName: 'Redis URL',
	name: 'redisUrl',
	type: 'string',
	typeOptions: { password: true },
	default: '',
	placeholder: 'e.g. redis://user:password@redis.example.com:6379',
	description:
		'Redis in which the nodes of several machines share what they remember, and the rate of a number',
	hint: "Needed if n8n runs on several machines, or if several workers send from one number. Otherwise leave empty. The Redis of n8n's queue works, too.",
};

/** The fields of the credential: the host, then those of the chosen host only. */
export const credentialFields: INodeProperties[] = [
	{
		displayName: 'Host',
		name: 'host',
		type: 'options',
		options: hostOptions,
		default: 'meta',
		description: 'Who serves the WhatsApp API',
	},
	...forms.flatMap(({ hosts, fields }) => shownOn(hosts, fields)),
	{
		displayName: 'Default Country',
		name: 'defaultCountry',
		type: 'options',
		options: [{ name: '(None)', value: '' }, ...countryOptions],
		default: '',
		description:
			'Country of phone numbers that are entered without a country code. A number with + or 00 is always taken as it is. Others are read as numbers of this country if they exist there, otherwise as numbers with a country code. Numbers from the trigger are never changed.',
		hint: 'For lists with numbers such as 55 1234 5678. Leave empty if all numbers have their country code.',
	},
	...forms
		.filter(({ advanced }) => advanced.length > 0)
		.flatMap(({ hosts, advanced }) => advancedSwitch(hosts, [...advanced, redisUrl])),
	...forms.flatMap(({ hosts, advanced }) => behindSwitch(exceptOn(hosts), advanced)),
	...behindSwitch({}, [redisUrl]),
];

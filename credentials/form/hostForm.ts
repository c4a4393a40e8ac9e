import type { INodeProperties } from 'n8n-workflow';

import { hostNames } from '../../nodes/graphApi/connection';
import type { HostName } from '../../nodes/graphApi/connection';

/** A text field. The credential's other types are not behind the switch. */
export type TextField = INodeProperties & { default: '' };

/** The fields of hosts that have the same ones. */
export interface HostForm {
	hosts: readonly HostName[];
	fields: readonly INodeProperties[];
	/** Fields behind the switch 'Show Advanced'. */
	advanced: readonly TextField[];
}

type Hide = NonNullable<NonNullable<INodeProperties['displayOptions']>['hide']>;

/**
 * When the fields of these hosts are hidden. While the editor loads, and in credentials of Meta's, no host is stored:
 * then only Meta's are shown, as of two fields with one name a copy would stay. `hide` and not `show`, of which n8n's
 * public API would make fields that one host requires and all others refuse.
 */
export function exceptOn(hosts: readonly HostName[]): Hide {
	const others = hostNames.filter((name) => !hosts.includes(name));
	const [only] = hosts;
	if (hosts.includes('meta') || hosts.length > 1) return { host: others };
	return { host: [{ _cnd: { not: only } }] };
}

/** Fields that are always shown on their hosts. */
export function shownOn(hosts: readonly HostName[], fields: readonly INodeProperties[]) {
	return fields.map((field) => ({ ...field, displayOptions: { hide: exceptOn(hosts) } }));
}

/**
 * Fields behind the switch. n8n drops the values of hidden fields, when it saves a credential and when a node reads it,
 * so a field with a value is shown with the switch off, too.
 */
export function behindSwitch(hide: Hide, fields: readonly TextField[]): INodeProperties[] {
	return fields.flatMap((field) => [
		// Not `[false]`: while the editor loads, the switch has no value, and of two fields with one name a copy would stay.
		{ ...field, displayOptions: { hide: { ...hide, showAdvanced: [{ _cnd: { not: true } }] } } },
		// The slash keeps n8n from taking the field for one that depends on itself.
		{
			...field,
			displayOptions: {
				hide: { ...hide, showAdvanced: [true], [`/${field.name}`]: [field.default] },
			},
		},
	]);
}

/** The switch, which says what is behind it. */
export function advancedSwitch(hosts: readonly HostName[], behind: readonly TextField[]) {
	const field: INodeProperties = {
		displayName: 'Show Advanced',
		name: 'showAdvanced',
		type: 'boolean',
		default: false,
		description:
			'Whether to show the settings that few people need. Those that are filled in are always shown.',
		hint: behind.map(({ displayName }) => displayName).join(', '),
	};
	return shownOn(hosts, [field]);
}

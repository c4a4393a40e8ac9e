import type { IDataObject } from 'n8n-workflow';

import type { JsonObject, JsonValue } from '../../../../../graphApi/types';
import type { FollowUp, OutputItem } from '../../../../operation';
import { readComponents } from '../components';
import { readTemplateIdentity } from '../templateChoice';
import { wabaFor } from '../../../../fields/waba';
import { fetchTemplate } from './templateDefinition';
import type { TemplateDefinition } from './templateDefinition';
import { previewOf } from './preview';
import type { Preview } from './preview';

/** How long the output waits for the template, in milliseconds: the message has been sent already. */
const patience = 10_000;

type Needed = Pick<FollowUp, 'parameters' | 'account' | 'send' | 'oncePerRun'>;

/**
 * Meta's answer, with 'Simplify' together with the message as it will read. The template is asked for once in
 * a run; when it can't be had there is no preview, because the message is on its way all the same.
 */
export async function withPreview(response: JsonObject, followUp: Needed): Promise<OutputItem[]> {
	const answer = response as IDataObject;
	if (!followUp.parameters.boolean('simplify')) return [{ json: answer }];
	const preview = await sentPreview(followUp).catch(() => undefined);
	return [{ json: { ...answer, ...(preview && { preview }) } }];
}

async function sentPreview(followUp: Needed): Promise<Preview | undefined> {
	const template = await sentTemplate(followUp);
	const components = (readComponents(followUp.parameters) ?? []) as JsonValue[];
	return template && previewOf(template.components, components);
}

async function sentTemplate({
	parameters,
	account,
	send,
	oncePerRun,
}: Needed): Promise<TemplateDefinition | undefined> {
	const { name, code } = readTemplateIdentity(parameters);
	return await oncePerRun(`template ${name} ${code}`, () =>
		within(patience, fetchTemplate(send, wabaFor(undefined, account), name, code)),
	);
}

async function within<Result>(ms: number, result: Promise<Result>): Promise<Result | undefined> {
	let timer: NodeJS.Timeout | undefined;
	const tooLate = new Promise<undefined>((resolve) => {
		timer = setTimeout(() => resolve(undefined), ms);
	});
	try {
		return await Promise.race([result, tooLate]);
	} finally {
		clearTimeout(timer);
	}
}

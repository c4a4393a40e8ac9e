import type { Parameters } from '../../../parameters/parameters';
import { readApproval } from '../../../sendAndWait/approvalOptions';
import { readChoices } from '../../../sendAndWait/choices';
import { readFormFields } from '../../../sendAndWait/formFields';
import type { FormField } from '../../../sendAndWait/formFields';
import type { PageTexts, QuestionType, ResponseType } from '../../../sendAndWait/question';
import { pageButton, pageTitle, thanks } from './questionFields';

/** Whether the execution waits for the delivery of messages, not for a reply. */
export function isDelivery(parameters: Parameters): boolean {
	return readResponseType(parameters) === 'delivery';
}

export function readQuestionType(parameters: Parameters): QuestionType {
	return readResponseType(parameters) as QuestionType;
}

function readResponseType(parameters: Parameters): ResponseType {
	return parameters.choice('responseType') as ResponseType;
}

export function isOnPage(parameters: Parameters): boolean {
	const responseType = readQuestionType(parameters);
	if (responseType === 'template') return false;
	return responseType === 'customForm' || parameters.choice('answerIn') === 'page';
}

export function readQuestionChoices(parameters: Parameters, responseType: QuestionType) {
	if (responseType === 'approval') return readApproval(parameters);
	if (responseType !== 'choice') return [];
	return readChoices(parameters).map(({ title, value }) => ({ title, value }));
}

export function readPageFields(parameters: Parameters, responseType: QuestionType): FormField[] {
	if (responseType === 'customForm') return readFormFields(parameters);
	if (responseType !== 'freeText') return [];
	return [{ label: pageTitle, type: 'textarea', required: true, options: [] }];
}

export function readPageTexts(parameters: Parameters): PageTexts {
	const page = parameters.group('options');
	return {
		title: page.optionalText('responsePageTitle') ?? pageTitle,
		text: parameters.text('message'),
		submit: page.optionalText('responsePageButtonLabel') ?? pageButton,
		thanks: page.optionalText('responsePageThanks') ?? thanks,
	};
}

import type { INodeProperties } from 'n8n-workflow';

// What the names of these fields add to the part of the template they belong to.
const shortNames: Readonly<Record<string, string | undefined>> = {
	binaryPropertyName: '',
	headerText: '',
	headerType: 'Type',
	mediaId: '',
	mediaUrl: '',
	text: '',
	thumbnailProductId: 'Thumbnail',
	urlSuffix: 'URL',
};

/**
 * The name of a value, in the editor and in errors, e.g. "Body {{1}}", "Header Latitude" or "Button 2 URL".
 * @param part of the template, from one of the functions below.
 */
export function valueName(
	part: string,
	field: Pick<INodeProperties, 'name' | 'displayName'>,
): string {
	return `${part} ${shortNames[field.name] ?? field.displayName}`.trimEnd();
}

/** "Body {{1}}" or "Header {{first_name}}" */
export function variablePart(component: 'Body' | 'Header', variable: string | number): string {
	return `${component} {{${variable}}}`;
}

/** "Header Image" */
export function filePart(headerType: string): string {
	return `Header ${headerType === 'gif' ? 'GIF' : headerType.charAt(0).toUpperCase() + headerType.slice(1)}`;
}

/** "Button 1" for the first */
export function buttonPart(index: number): string {
	return `Button ${index + 1}`;
}

/** What the names on a card begin with: "Card 1 " for the first. */
export function cardPlace(index: number): string {
	return `Card ${index + 1} `;
}

/** How values are read, whatever they are. */
export interface ValueReading {
	/** What their names begin with: `cardPlace` on a card, otherwise nothing. */
	place: string;
	/** Whether line breaks, tabs and runs of spaces become one space. */
	flatten: boolean;
}

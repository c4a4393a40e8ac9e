/** The types of a template's header, in lower case. */
export type TemplateHeaderType =
	'document' | 'gif' | 'image' | 'location' | 'product' | 'text' | 'video';

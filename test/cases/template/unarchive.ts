import { archivingCases, rejectedArchiving } from '../../support/archiving';
import { templateId } from './ids';

export const cases = archivingCases('unarchive', templateId('archived_promotion'));
export const rejected = rejectedArchiving;

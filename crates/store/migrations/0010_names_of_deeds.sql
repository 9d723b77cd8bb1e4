-- What operators did to installations, mails and jobs is told under a name, as the rest was before.
UPDATE operator_actions
   SET new_value = subject, subject = NULL             -- which installation a licence was made for
 WHERE action = 'license.generate' AND new_value IS NULL;
UPDATE operator_actions
   SET subject = COALESCE((SELECT name FROM organizations WHERE id = subject_id),
                          (SELECT email FROM installations WHERE id = subject_id),
                          (SELECT email FROM users WHERE id = subject_id),
                          (SELECT recipient FROM mails WHERE id = subject_id),
                          (SELECT kind FROM jobs WHERE id = subject_id))
 WHERE subject IS NULL AND subject_id IS NOT NULL;

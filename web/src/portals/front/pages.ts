import { paths } from '../../paths'
import type { Page } from '../page'

export const pages: readonly Page[] = [
  {
    path: paths.front.login(),
    load: () => import('../../features/identity/LoginPage'),
    title: ({ front }) => front.logIn.title,
    opensTheApp: true,
  },
  {
    path: paths.front.lock(),
    load: () => import('../../features/identity/LockPage'),
    title: ({ session }) => session.unlock.title,
    opensTheApp: true,
  },
  {
    path: paths.front.twoStep(),
    load: () => import('../../features/identity/TwoStepPage'),
    title: ({ front }) => front.twoStep.title,
  },
  {
    path: paths.front.newDevice(),
    load: () => import('../../features/identity/NewDevicePage'),
    title: ({ front }) => front.newDevice.title,
  },
  {
    path: paths.front.renewPassword(),
    load: () => import('../../features/identity/RenewPasswordPage'),
    title: ({ front }) => front.renew.title,
  },
  {
    path: paths.front.recoverTwoStep(),
    load: () => import('../../features/identity/RecoverTwoStepPage'),
    title: ({ front }) => front.recoverTwoStep.title,
  },
  {
    path: paths.front.hint(),
    load: () => import('../../features/accounts/HintPage'),
    title: ({ front }) => front.hint.title,
  },
  {
    path: paths.front.recoverDelete(),
    load: () => import('../../features/accounts/DeleteByMailPage'),
    title: ({ front }) => front.deleteByMail.title,
  },
  {
    path: paths.front.signup(),
    load: () => import('../../features/accounts/SignUpPage'),
    title: ({ front }) => front.signUp.title,
  },
  {
    path: paths.front.finishSignup(),
    load: () => import('../../features/accounts/FinishSignUpPage'),
    title: ({ front }) => front.finish.title,
  },
  {
    path: paths.front.signupLapsed(),
    load: () => import('../../features/accounts/SignUpLapsedPage'),
    title: ({ front }) => front.signUp.lapsedTitle,
  },
  {
    path: paths.front.verifyEmail(),
    load: () => import('../../features/accounts/VerifyEmailPage'),
    title: ({ front }) => front.verifyEmail.title,
  },
  {
    path: paths.front.joinOrganization(),
    load: () => import('../../features/accounts/JoinOrganizationPage'),
    title: ({ front }) => front.join.title(front.join.anOrganization),
  },
  {
    path: paths.front.joinFamilies(),
    load: () => import('../../features/sponsorships/JoinFamiliesPage'),
    title: ({ sponsorships }) => sponsorships.join.title,
  },
  {
    path: paths.front.redeemFamilies(),
    load: () => import('../../features/sponsorships/RedeemPage'),
    title: ({ sponsorships }) => sponsorships.redeem.title,
  },
  {
    path: paths.front.connector('$kind'),
    load: () => import('../../features/identity/ConnectorPage'),
    title: ({ front }) => front.connector.title,
  },
  {
    path: '/gallery',
    load: () => import('../../features/gallery/GalleryPage'),
    title: ({ shell }) => shell.gallery,
  },
  {
    path: '/gallery/card',
    load: () => import('../../features/gallery/CardPage'),
    title: ({ shell }) => shell.gallery,
  },
  {
    path: paths.system.login(),
    load: () => import('../../features/system/signIn/LoginPage'),
    title: ({ system }) => system.signIn.title,
  },
]
